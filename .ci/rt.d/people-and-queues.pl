#!/usr/bin/perl
# Makes what RT's REST interface cannot make: people, groups, queues, rights, custom fields, articles, a saved search and
# tokens. Prints the tokens as JSON, a name each. Run by `.ci/rt seed`, which says which instance.
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use JSON;
use RT;
RT->LoadConfig;
RT->Init;
use RT::AuthToken;

my $we = RT->SystemUser;

sub done {
    my ($ok, @rest) = @_;
    die 'seed: ' . ($rest[-1] // 'failed') . "\n" unless $ok;
    return $ok;
}

sub allow {
    my ($group, $object, @rights) = @_;
    done($group->PrincipalObj->GrantRight(Right => $_, Object => $object)) for @rights;
}

sub group {
    my ($name) = @_;
    my $group = RT::Group->new($we);
    done($group->CreateUserDefinedGroup(Name => $name));
    return $group;
}

sub queue {
    my ($name, %more) = @_;
    my $queue = RT::Queue->new($we);
    my $word = lc $name;
    done($queue->Create(
        Name => $name, CorrespondAddress => "$word\@rt.test", CommentAddress => "$word-comment\@rt.test", %more));
    return $queue;
}

my @reading = qw(SeeQueue ShowTicket SeeCustomField);
my @working = (@reading, qw(
    ShowTicketComments CreateTicket ReplyToTicket CommentOnTicket ModifyTicket OwnTicket TakeTicket StealTicket
    ReassignTicket DeleteTicket Watch WatchAsAdminCc ShowOutgoingEmail ModifyCustomField SetInitialCustomField));

my $support = queue('Support', Description => 'Customer support');
my $returns = queue('Returns', Description => 'Goods that come back', Lifecycle => 'returns');
my $board   = queue('Board', Description => 'Nobody of the agents sees it');

my $agents = group('Agents');
allow($agents, $_, @working) for $support, $returns;
allow($agents, RT->System, qw(LoadSavedSearch CreateSavedSearch ModifySelf));

# They read, and do nothing: no comments to be seen, none to be made.
my $readers = group('Readers');
allow($readers, $support, @reading);

# What lets the mail of a stranger open and answer a ticket.
my $everyone = RT::Group->new($we);
$everyone->LoadSystemInternalGroup('Everyone');
allow($everyone, $support, qw(CreateTicket ReplyToTicket));

my %tokens;

sub token {
    my ($user) = @_;
    my ($ok, $message, $text) = RT::AuthToken->new($we)->Create(Owner => $user->id, Description => 'test');
    done($ok, $message);
    return $text;
}

my %people;
for (['alice', 'Alice Agent', $agents], ['bob', 'Bob Agent', $agents], ['carol', 'Carol Reader', $readers]) {
    my ($name, $real, $group) = @$_;
    my $user = RT::User->new($we);
    done($user->Create(Name => $name, RealName => $real, EmailAddress => "$name\@rt.test", Privileged => 1));
    done($group->AddMember($user->PrincipalId));
    $people{$name} = $user;
    $tokens{$name} = token($user);
}
my $root = RT::User->new($we);
$root->Load('root');
$tokens{root} = token($root);
# One that was good once.
$tokens{expired} = token($people{bob});
my $all = RT::AuthTokens->new($we);
$all->LimitOwner(VALUE => $people{bob}->id);
my ($last) = sort { $b->id <=> $a->id } @{ $all->ItemsArrayRef };
done($last->Delete);

for (
    ['Severity', 'SelectSingle', qw(Low Medium High)],
    ['Order number', 'FreeformSingle'],
    ['Products', 'SelectMultiple', qw(App Web Watch)],
    ['Renewal', 'DateSingle'],
) {
    my ($name, $type, @values) = @$_;
    my $field = RT::CustomField->new($we);
    done($field->Create(Name => $name, Type => $type, LookupType => 'RT::Queue-RT::Ticket'));
    done($field->AddValue(Name => $_)) for @values;
    done($field->AddToObject($_)) for $support, $returns;
}

my $class = RT::Class->new($we);
done($class->Create(Name => 'Answers'));
allow($agents, $class, qw(SeeClass ShowArticle));
my $content = RT::CustomField->new($we);
$content->LoadByName(Name => 'Content', LookupType => 'RT::Class-RT::Article');
$content->id or done($content->Create(Name => 'Content', Type => 'TextSingle', LookupType => 'RT::Class-RT::Article'));
$content->IsAdded($class->id) or $content->IsAdded(0) or done($content->AddToObject($class));
allow($agents, $content, 'SeeCustomField');
for (
    ['Refund', 'How a refund goes', "Your refund is on its way.\n\nIt takes 3 working days."],
    ['Umtausch', 'German', "Gern tauschen wir das f\x{fc}r Sie um \x{2013} kostenlos."],
) {
    my ($name, $summary, $text) = @$_;
    my $article = RT::Article->new($we);
    done($article->Create(
        Class => $class->id, Name => $name, Summary => $summary, 'CustomField-' . $content->id => $text));
}

# A search that alice has saved for herself.
my $alice = RT::CurrentUser->new($people{alice}->id);
my $search = RT::SavedSearch->new($alice);
done($search->Save(
    Privacy => 'RT::User-' . $people{alice}->id, Name => "Zo\x{eb}'s tickets", Type => 'Ticket',
    SearchParams => { Query => "Requestor.EmailAddress = 'zoe\@cust.test'", OrderBy => 'id', Order => 'ASC' }));

# More of what nobody of the agents sees than a page holds.
my $hidden = RT::Ticket->new($we);
done($hidden->Create(Queue => $board->id, Subject => 'hidden', Requestor => 'board@cust.test'));
done($hidden->SetPriority($_)) for 1 .. 130;

print JSON->new->canonical->encode(\%tokens), "\n";
