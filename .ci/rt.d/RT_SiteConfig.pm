# The configuration of one test instance; .ci/rt puts folder and port in.
Set($rtname, 'rt.test');
Set($Organization, 'rt.test');
Set($WebDomain, '127.0.0.1');
Set($WebPort, @PORT@);
Set($WebBaseURL, 'http://127.0.0.1:@PORT@');
Set($WebURL, 'http://127.0.0.1:@PORT@/');
Set($WebPath, '');
Set($CorrespondAddress, 'help@rt.test');
Set($CommentAddress, 'help-comment@rt.test');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '@DIR@/rt.sqlite');
Set($DatabaseUser, '');
Set($DatabasePassword, '');
# 'mbox' would write into RT's own folder, whatever is said here.
Set($MailCommand, 'sendmailpipe');
Set($SendmailPath, '@DIR@/keep-mail');
# The usual 12 costs a quarter of a second of CPU in every request.
Set($BcryptCost, 4);
# Dates in TicketSQL are read in this zone.
Set($Timezone, 'UTC');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
Set($DisableGraphViz, 1);
Set($DisableGD, 1);
Set(%GnuPG, Enable => 0);
Set(%SMIME, Enable => 0);
# A queue with statuses of its own.
Set(%Lifecycles,
    returns => {
        initial         => ['announced'],
        active          => ['received', 'waiting'],
        inactive        => ['refunded', 'refused'],
        defaults        => { on_create => 'announced', approved => 'received', denied => 'refused' },
        transitions     => {
            ''        => ['announced', 'received'],
            announced => ['received', 'refused'],
            received  => ['waiting', 'refunded', 'refused'],
            waiting   => ['received', 'refunded', 'refused'],
            refunded  => ['received'],
            refused   => ['received'],
        },
        actions         => [],
    },
);
# Else all instances of the machine would share these.
$RT::MasonDataDir = '@DIR@/mason';
$RT::MasonSessionDir = '@DIR@/session';
1;
