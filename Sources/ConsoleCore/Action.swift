package import DeskLink
package import DeskModel
package import LocalePacks
package import Rehearsals
package import ReplyTemplates
package import ScreenKit
package import TextLayout

/// Everything that can happen.
///
/// Closed and comparable: a bug report is a list of these.
package enum Action: Sendable, Hashable {
  /// The program has started, with what was kept of unsent answers.
  case started(drafts: [StoredDraft])
  /// Time has passed.
  case tick(Timestamp)
  /// A key, a paste, another size, a signal.
  case input(InputEvent)
  /// A command from the palette, a script or a key.
  case command(Command)
  /// All waiting input has been taken: questions that it raises can be asked now, once.
  case settled
  /// A frame is on the screen: what may come a moment later is worked out now.
  case drawn
  /// The desk has answered.
  case answered(DeskRequest, Result<DeskAnswer, DeskError>)
  /// The desk tells of changes.
  case noticed(DeskNotice)
  /// The offset of a time zone is known; nil when nobody knows the zone.
  case zone(String, offset: Int?)
  /// The manners of a locale, or none; what is wrong with their files.
  case manners(String, Manners?, problems: [SafeText])
  /// The answers, or none; what is wrong with their files; what was picked before.
  case answers(AnswerLibrary?, PickMemory, problems: [SafeText])
  /// What lint has to say about the answers.
  case examined([LintFinding])
  /// What became of the replies that were made from answers, or nil and why; what could not be read.
  case counted(SetStatistics?, problems: [SafeText])
  /// What has changed since a version, or nil and why; what could not be read.
  case compared(with: String, SetComparison?, problems: [SafeText])
  /// What was picked by all of the team; nil when there is nothing new.
  case learned(PickModel?)
  /// Where the report of a rehearsal was written, or why it was not.
  case rehearsalKept(Result<String, ToolFailure>)
  /// Why a line of the customer's, or how it ended, is not on the desk of the rehearsal; the line that was to be said.
  case rehearsalFailed(ToolFailure, line: String?)
  /// The name of the scenario that was made from a conversation and its file, or why there is none.
  case scenarioMade(Result<ScenarioFile, ToolFailure>)
  /// Why no voice can be heard.
  case voiceFailed(ToolFailure)
  /// What was found in a text that was being written.
  case judged(LiveFindings)
  /// What is held of a conversation.
  case heldSecrets(ConversationID, [HeldSecretMark])
  /// A secret that was asked for; nil when it is held no longer.
  case secretRevealed(HeldSecretMark, Result<String?, ToolFailure>)
  /// An answer was changed: the file, empty when nothing was; or why it could not be.
  case answerEdited(Result<String, ToolFailure>)
  /// What was found out about our replies in a conversation: what they were made from, which say the same.
  case recognized(ReadReplies)
  /// A draft with a held reply was written, or a draft could not be written; the reason is the system's.
  case draftWritten(ConversationID, held: ClientKey?, error: String?)
  /// A draft with words that came back from the outbox under these keys was written, or could not be; the reason is the
  /// system's.
  case draftKept(ConversationID, [ClientKey], error: String?)
  /// A program or a file of the person's own has something to tell.
  case tool(ToolAction)
  /// Several things that the person should know, to be read and closed.
  case report([SafeText])
  /// Something that the person should know, e.g. a repair.
  case remark(SafeText, isError: Bool)
}

/// A request to the outside, as data.
///
/// Tests compare it; the runtime performs it.
package enum Effect: Sendable, Hashable {
  /// Ask the desk; the answer comes back as `answered`.
  case ask(DeskRequest)
  /// Write a draft; an empty one removes the file.
  case saveDraft(StoredDraft)
  /// Write a draft with words that came back from the outbox under these keys, and say when it is on disk.
  case keepDraft(StoredDraft, [ClientKey])
  /// Find the offset of a time zone at a moment.
  case resolveZone(String, at: Timestamp)
  /// Read the manners of a locale; they come back as `manners`.
  case loadManners(String)
  /// Read the answers; they come back as `answers`.
  case loadAnswers
  /// Find out which variants our replies were made from; comes back as `recognized`.
  case recognize(AnswerRecognition)
  /// Let lint read all answers; comes back as `examined`.
  case examineAnswers
  /// Count what became of the replies that were made from answers; comes back as `counted`.
  case countAnswers
  /// Compare the answers with a revision of git or a folder; comes back as `compared`.
  case compareAnswers(with: String)
  /// Learn what the team picked in the desk's conversations; comes back as `learned`.
  case learnPicks
  /// Let the customer of a rehearsal have said this, all lines since it began.
  case playCustomer([RehearsalLine])
  /// Let the customer, whom a colleague plays, have said this: the line with its number, from 0.
  case sayAsCustomer(String, number: Int)
  /// Let both sides of a rehearsal with a colleague know which ending has come, by its place from 0, told in a sentence.
  case endRehearsal(Int, SafeText)
  /// Make a scenario from a conversation; comes back as `scenarioMade`.
  case makeScenario(Conversation)
  /// Show the next line of a dialogue that is read by roles, by its number from 0.
  case showLine(Int)
  /// Let a voice read a line; what it was still reading is broken off. Nil for silence.
  case speak(SpokenLine?)
  /// Keep what a rehearsal has come to.
  case keepRehearsal(RehearsalRecord)
  /// Look at the text being written; what is found comes back as `judged`.
  case judge(Judgement)
  /// Look what is held of a conversation behind marks; comes back as `heldSecrets`.
  case lookForSecrets(ConversationID)
  /// Write down who wants to see a secret and why, and give it; comes back as `secretRevealed`.
  case revealSecret(HeldSecretMark, reason: String)
  /// Let the person change an answer in their editor.
  case editAnswer(AnswerEdit)
  /// Keep for later that an answer was picked.
  case keepPick(AnswerID, PickContext, VariantID, at: Timestamp)
  /// Use a program or a file of the person's own.
  case tool(ToolEffect)
  /// Draw everything anew.
  case redraw
  /// Give the terminal to the shell until the program is continued.
  case suspend
  /// End the program.
  case quit
}
