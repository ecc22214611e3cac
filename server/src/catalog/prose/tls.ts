/** Encryption, certificates and what they prove. */
export const TLS: Readonly<Record<string, string>> = {
  'tls-port':
    'The port for connections over TLS; `0` is off. It is opened beside `port`, not instead of it: write `port 0` as well, or everything can still be had in clear. Certificate, key and, unless clients need none, an authority have to be there, or the server does not start.',
  'tls-cert-file':
    'The certificate that the server shows, in PEM form, with the intermediate ones after it. It has to name what clients connect to. Watch its end: when it has run out, every client fails at once.',
  'tls-key-file':
    'The private key of the certificate. Whoever has it can pose as this server, so the account of the server alone should be able to read it (mode 600 or 640).',
  'tls-key-file-pass':
    'The passphrase of an encrypted key. It stands here in clear, so that it protects the key only where the key travels without this file; the rights on both files are what counts.',
  'tls-client-cert-file':
    'The certificate that the server shows when it is the client itself: to its primary and to other nodes. Without one, `tls-cert-file` is used, which then has to be allowed for clients too.',
  'tls-client-key-file': 'The private key of `tls-client-cert-file`; keep it as close as the server’s own.',
  'tls-client-key-file-pass':
    'The passphrase of `tls-client-key-file`, in clear; what is said of `tls-key-file-pass` holds here too.',
  'tls-ca-cert-file':
    'The authorities whose certificates are believed: those of clients, and of the primary and other nodes. A private authority for this one purpose is right. A public bundle means that anybody who can get any certificate at all is a client.',
  'tls-ca-cert-dir':
    'The same as `tls-ca-cert-file`, as a folder of hashed certificates (`openssl rehash`). A folder that is missing or not rehashed is no error; nobody is believed then.',
  'tls-auth-clients':
    'Whether clients have to show a certificate. `yes`, the default, is the strongest lock the server has: without one of the right authority, nobody gets as far as a password. `optional` looks at a certificate only where there is one, and `no` never; then passwords and ACLs carry everything.',
  'tls-auth-clients-user':
    'Logs a client in as the ACL user that its certificate names, in the common name or the URI. Certificates then are passwords: the authority has to issue exactly the names that it should, and a user’s rights follow whoever holds the key.',
  'tls-replication':
    'Speaks TLS to the primary. Without it a replica sends its password and receives the whole dataset in clear, even if clients use TLS. Set it on every replica, and on primaries, which become replicas after a failover.',
  'tls-cluster':
    'Speaks TLS on the cluster bus, over which nodes tell each other who owns which slots. Without it, whoever can write to that network can rearrange the cluster. All nodes have to agree.',
  'tls-protocols':
    'The versions of TLS that are spoken, as one quoted text: `"TLSv1.2 TLSv1.3"`. Left out, the library decides; name them, so that an old one cannot come back with a changed system default. Older than 1.2 is no protection.',
  'tls-ciphers':
    'The ciphers of TLS 1.2 and older, as OpenSSL lists them. The default of a current library is good; a list of one’s own has to be kept up to date and is easily weaker. TLS 1.3 does not look at it.',
  'tls-ciphersuites':
    'The cipher suites of TLS 1.3, as OpenSSL names them. All of them are strong, so there is seldom a reason to choose.',
  'tls-prefer-server-ciphers':
    'Lets the server’s order of ciphers decide instead of the client’s. It matters only where `tls-ciphers` holds weaker ones, which should not be there.',
  'tls-session-caching':
    'Lets clients take up a session again instead of a full handshake. That saves much time where connections are short, and is safe.',
  'tls-session-cache-size':
    'How many sessions are kept to be taken up again; `0` is no limit. Each costs a little memory.',
  'tls-session-cache-timeout':
    'Seconds for which a session can be taken up again. A client whose certificate was withdrawn can come back that long, so minutes are right and days are not.',
  'tls-dh-params-file':
    'Parameters for the old Diffie-Hellman exchange. Current libraries bring good ones and prefer elliptic curves; leave it out unless a policy asks for it.',
  'tls-auto-reload-interval':
    'Seconds between looks at certificate and key, which are read again when they have changed; `0` never looks. With short-lived certificates it saves a restart; without it, `CONFIG SET tls-cert-file` does the same.',
};
