/** Clusters: who belongs to them, and how they decide. */
export const CLUSTER: Readonly<Record<string, string>> = {
  'cluster-enabled':
    'Makes the server a node of a cluster, in which keys are spread over nodes. There is one database and no `replicaof`; nodes talk on a second port, 10000 above the first. It cannot be turned on and off with the data in place.',
  'cluster-config-file':
    'The file in which the node keeps what it knows of the cluster. It is the server’s own: never edit or copy it, and give each node another.',
  'cluster-node-timeout':
    'Milliseconds after which a node that does not answer is taken for gone. Short ones fail over soon and also for a mere pause; 5 to 15 seconds are usual.',
  'cluster-port':
    'The port of the cluster bus; `0` is `port` plus 10000. Nothing asks for a password there: whoever reaches it can join and rearrange the cluster. Let only nodes through the firewall, and set `tls-cluster yes`.',
  'cluster-announce-ip':
    'The address under which other nodes and clients reach this node, where it is not the one it sees itself: behind address translation and in containers.',
  'cluster-announce-port': 'The port that goes with `cluster-announce-ip`; `0` is the real one.',
  'cluster-announce-tls-port': 'The TLS port that goes with `cluster-announce-ip`; `0` is the real one.',
  'cluster-announce-bus-port': 'The port of the cluster bus that goes with `cluster-announce-ip`; `0` is the real one.',
  'cluster-announce-client-ipv4': 'The IPv4 address that clients are told, where other nodes use another one.',
  'cluster-announce-client-ipv6': 'The IPv6 address that clients are told, where other nodes use another one.',
  'cluster-announce-client-port':
    'The port that clients are told, where other nodes use another one; `0` is the real one.',
  'cluster-announce-client-tls-port':
    'The TLS port that clients are told, where other nodes use another one; `0` is the real one.',
  'cluster-announce-hostname':
    'The host name that clients are told, as certificates need it to be checked. It is shown only where `cluster-preferred-endpoint-type hostname` says so.',
  'cluster-announce-human-nodename': 'A name for this node in logs, for people. It decides nothing.',
  'cluster-preferred-endpoint-type':
    'What clients are told about where a key is: the address, the host name, or nothing, so that they ask the host they know. With TLS and certificates for names, `hostname` is right.',
  'cluster-require-full-coverage':
    'Whether the whole cluster refuses commands while some slots have no node (`yes`), or answers for those it has (`no`). `no` is kinder to caches; with `yes` nobody takes a part for the whole.',
  'cluster-allow-reads-when-down':
    'Lets a node answer reads while the cluster counts as down. What is read may be old.',
  'cluster-allow-pubsubshard-when-down': 'Lets a node serve sharded channels while the cluster counts as down.',
  'cluster-replica-validity-factor':
    'How long a replica may have been cut off and still take its primary’s place, in multiples of the node timeout; `0` always may. Small ones lose less, large ones are sooner available.',
  'cluster-replica-no-failover':
    'Keeps this replica from taking its primary’s place by itself; by hand it still can. For nodes far away.',
  'cluster-allow-replica-migration':
    'Lets replicas move to a primary that has none left. Turn it off where replicas are placed by hand.',
  'cluster-migration-barrier': 'How many replicas a primary keeps before one of them moves to another.',
  'cluster-manual-failover-timeout':
    'Milliseconds that a failover by hand may take, while clients of the primary wait.',
  'cluster-link-sendbuf-limit':
    'How much may pile up for another node on the bus before the connection is closed; `0` is no limit. Large channels and slow nodes need one.',
  'cluster-blacklist-ttl':
    'Seconds for which a forgotten node is kept from coming back. It has to be forgotten by all nodes meanwhile.',
  'cluster-ping-interval': 'Milliseconds between pings on the bus. The default is right.',
  'cluster-message-gossip-perc': 'How many other nodes each ping tells of, in percent. The default is right.',
  'cluster-compatibility-sample-ratio':
    'How many commands, in percent, are looked at for whether a cluster could run them; the count is in `INFO`. For servers that are to become a cluster.',
  'cluster-config-save-behavior':
    'Whether a node ends when it cannot write its own file (`sync`), or goes on (`best-effort`). Going on with an old file can bring two owners of a slot after a restart.',
  'cluster-slot-stats-enabled':
    'Counts keys, time and traffic for each slot, for `CLUSTER SLOT-STATS`. It costs a little with every command.',
  'cluster-slot-migration-handoff-max-lag-bytes':
    'While slots move to another node, how far that may be behind when writes are stopped for the last step.',
  'cluster-slot-migration-write-pause-timeout':
    'Milliseconds for which writes may be stopped at most while slots are handed over.',
  'cluster-slot-migration-sync-buffer-drain-timeout':
    'Milliseconds for which the last writes may take to arrive while slots are handed over.',
  'cluster-slot-migration-max-archived-tasks': 'How many finished moves of slots are remembered.',
  'cluster-slot-migration-log-max-len': 'How many finished moves of slots are remembered.',
  'slot-migration-max-failover-repl-bytes':
    'While slots move to another node, how much may still be on its way when they are handed over.',
  'availability-zone':
    'The zone that this server stands in; clients can ask for it and read from one nearby. It decides nothing in the server.',
};
