/** The words that may follow `sentinel`. */
export const SENTINEL: Readonly<Record<string, string>> = {
  monitor:
    'Watches a primary: a name for it, its address and port, and the quorum, which is how many sentinels have to agree that it is gone. With three sentinels it is 2; a quorum of 1 lets a single one with a bad network fail over. The name is used by all other lines and by clients.',
  'auth-pass':
    'The password with which this sentinel logs in to a primary and its replicas; all of them need the same. It stands here in clear, so keep the file from others (mode 640).',
  'auth-user':
    'The ACL user as which this sentinel logs in to a primary and its replicas. Give it one of its own with the commands that sentinels need (`+multi +slaveof +ping +exec +subscribe +config|rewrite +role +publish +info +client|setname +client|kill +script|kill`, channels `&__sentinel__:hello`), instead of the administrator.',
  'sentinel-user': 'The ACL user as which this sentinel logs in to the other sentinels.',
  'sentinel-pass':
    'The password with which this sentinel logs in to the other sentinels; without `sentinel-user` it is the one that all of them have in `requirepass`. It stands here in clear.',
  'down-after-milliseconds':
    'Milliseconds without an answer after which this sentinel takes a primary for gone, as do the others then, if enough agree. 5000 to 30000 are usual: shorter ones fail over for every pause.',
  'failover-timeout':
    'Milliseconds for several steps of a failover: twice as long passes before another one of the same primary is tried, and a replica gets this long to follow the new one.',
  'parallel-syncs':
    'How many replicas copy the data of a new primary at the same time; they answer nothing or old data meanwhile. 1 keeps the others available.',
  'notification-script':
    'A program that is run for every warning, with its kind and text. It runs as the account of the sentinel, has to exist and be executable, and nobody but root should be able to write to it.',
  'client-reconfig-script':
    'A program that is run when a primary has changed, with the old and the new address. It runs as the account of the sentinel, has to exist and be executable, and nobody but root should be able to write to it.',
  'deny-scripts-reconfig':
    'Keeps clients from changing `notification-script` and `client-reconfig-script` by `SENTINEL SET`. Leave it on: with `no`, whoever reaches the sentinel runs programs on its machine.',
  'rename-command':
    'The name that a command has on a primary and its replicas where `rename-command` changed it there, such as `CONFIG`. Without it failovers fail.',
  'announce-ip':
    'The address under which the other sentinels and clients reach this one, where it is not the one it sees itself.',
  'announce-port': 'The port that goes with `announce-ip`.',
  'resolve-hostnames':
    'Lets host names stand for addresses. Whoever answers for those names then decides who is primary; fixed addresses are safer.',
  'announce-hostnames': 'Tells clients host names instead of addresses, as certificates need them to be checked.',
  'master-reboot-down-after-period':
    'Milliseconds for which a primary that answers that it is still loading after a restart is given time; `0` takes it for gone as ever.',
  'primary-reboot-down-after-period':
    'Milliseconds for which a primary that answers that it is still loading after a restart is given time; `0` takes it for gone as ever.',
  myid: 'What this sentinel is called by the others: it writes the line itself. Two with the same id count as one, so never copy it.',
  'current-epoch': 'What the sentinel keeps of earlier failovers. It writes the line itself; leave it alone.',
  'config-epoch': 'What the sentinel keeps of a primary’s last failover. It writes the line itself; leave it alone.',
  'leader-epoch': 'What the sentinel keeps of its last vote. It writes the line itself; leave it alone.',
  'known-replica': 'A replica that the sentinel has found. It writes the line itself; leave it alone.',
  'known-slave': 'A replica that the sentinel has found. It writes the line itself; leave it alone.',
  'known-sentinel': 'Another sentinel that this one has found. It writes the line itself; leave it alone.',
};
