package import DeskModel

/// What a `VersionTag` names.
package enum ConversationVersion: Sendable {}
/// What a `PageCursor` names.
package enum PagePlace: Sendable {}
/// What a `ChangeCursor` names.
package enum FeedPlace: Sendable {}
/// What an `UploadID` names.
package enum Upload: Sendable {}

/// A state of a conversation as the backend tells it (ETag, stamp, number): compared for equality only.
package typealias VersionTag = Identifier<ConversationVersion>
/// Where the next page begins; made and read by the adapter alone.
package typealias PageCursor = Identifier<PagePlace>
/// A place in the stream of changes; outlives the adapter's process.
package typealias ChangeCursor = Identifier<FeedPlace>
/// Names a queue, a view or a saved search.
package typealias QueueID = Identifier<DeskQueue>
/// Names an agent, a team or a bot; those of different kinds may have the same.
package typealias AssigneeID = Identifier<Assignee>
/// Names a template or a macro.
package typealias TemplateID = Identifier<TemplateRecord>
/// Names a file on its way up; made by the console.
package typealias UploadID = Identifier<Upload>
