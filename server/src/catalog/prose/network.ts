/** Who gets to the server, and over what. */
export const NETWORK: Readonly<Record<string, string>> = {
  bind: 'The addresses of this machine that the server listens on, one or several. Without the line, or with `*`, it listens on every network that the machine has, so that a gap in the firewall is enough to be reached. Name `127.0.0.1` and `-::1` and, where other machines are clients, the one private address they use. A minus before an address (from Redis 6.2 on) means: go without it if it is not there. The addresses are not those of clients, and only the last line counts.',
  'bind-source-addr':
    'The address that connections start from which the server itself opens, to its primary or to other nodes. Set it on a machine with several addresses, so that firewalls and the access rules of the other side see the one they expect.',
  port: 'The port for connections in clear. `0` turns it off, which is what a server with `tls-port` wants: otherwise clients go on using the old port, and passwords and data cross the network readable. Another number than 6379 hides nothing from somebody who scans.',
  'tcp-backlog':
    'How many connections may wait to be accepted. Bursts of clients need a high number, and the kernel silently lowers it to `net.core.somaxconn`; raise both.',
  unixsocket:
    'A path at which programs on the same machine connect without a network. Nothing is listened on there until it is set. Protected mode does not look at it, so that `unixsocketperm` and its folder decide who gets in.',
  unixsocketgroup:
    'The group that owns the Unix socket. Together with `unixsocketperm 770` it lets in the members of one group and nobody else.',
  unixsocketperm:
    'The mode of the Unix socket, in octal. `0`, the default, leaves it to the umask of the process. Write `770` or `700`: with `777` every account of the machine is a client, and no password of the network protects what a Unix socket gives away.',
  timeout:
    'Seconds after which a client that says nothing is disconnected; `0` never does. Dead and forgotten connections add up until `maxclients` is reached. A few minutes suit most; pools of connections want it longer than their own idle time. Subscribers are not affected.',
  'tcp-keepalive':
    'Seconds between probes that tell a dead client from a silent one, and keep firewalls from dropping the connection. 300 or less is right; `0` leaves dead connections open for hours.',
  'protected-mode':
    'The last safety net: while the default user needs no password, clients from other machines are turned away. In Redis 6 a `bind` line is enough to switch that off without a word. Leave it on: a server with users and passwords loses nothing by it, and one reload of a wrong ACL file shows what it was for.',
  'socket-mark-id':
    'A mark for all sockets of the server, for the routing and filtering rules of the machine. `0` sets none. Setting one needs the capability to administer the network.',
  mptcp:
    'Listens with Multipath TCP, so that a connection can use several networks and survive the loss of one. Clients that do not know it connect as before; the kernel has to support it.',
  'rdma-bind':
    'The addresses to listen on for RDMA, beside TCP. It needs a build with RDMA and a network that carries it; what is said of `bind` holds here too, and TLS does not protect this way in.',
  'rdma-port':
    'The port for RDMA connections; `0` is off. A build without RDMA does not survive this line, so set it only where the network and the build are made for it.',
  'rdma-rx-size':
    'The receive buffer of each RDMA connection, in bytes. Larger ones suit large values and cost memory for every client.',
  'rdma-completion-vector':
    'The completion vector that RDMA connections use, for machines where interrupts are placed by hand; `-1` lets the driver choose.',
};
