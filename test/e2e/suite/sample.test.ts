import { block, create, drawn, eventually, open } from './editor.js';

describe('the sample files in the editor', () => {
  it('shows what redis.conf gets wrong, where it does', async () => {
    const { document } = await open('redis.conf');
    await eventually(
      () => drawn(document),
      block(`
          bind 0.0.0.0
        #      ^^^^^^^ listening-on-all-interfaces (warning)
          protected-mode no
        #                ^^ protected-mode-off (warning)
          port 6379
        #      ^^^^ plaintext-port-beside-tls (warning)
          tcp-keepalive 60 # notice dead clients after a minute
        #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ trailing-comment
          requirepass foobared
        # ^^^^^^^^^^^ dangerous-commands-reachable (warning)
        # ^^^^^^^^^^^ default-user-open
        #             ^^^^^^^^ weak-password
          maxclients 1000 # plenty
        #                 ^^^^^^^^ trailing-comment
          timeout five
        #         ^^^^ invalid-value
          maxmemory 2 gb
        #           ^^^^ wrong-argument-count
          maxmemory-polcy allkeys-lru
        # ^^^^^^^^^^^^^^^ unknown-directive
      `),
    );
  });

  it('shows what users.acl gets wrong, where it does', async () => {
    const { document } = await open('users.acl');
    await eventually(
      () => drawn(document),
      block(`
          # The application: everything but administration
        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment-in-acl-file
          user app on >strong-password-here ~* &* +@all -@admin
        #      ^^^ dangerous-commands-reachable (warning)
        #             ^^^^^^^^^^^^^^^^^^^^^ clear-text-acl-password (warning)
        #             ^^^^^^^^^^^^^^^^^^^^^ weak-password
        #                                         ^^^^^ user-may-copy-everything (warning)
          # Reports read, and only read
        # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comment-in-acl-file
          user reports on >reports ~* +@read
        #                 ^^^^^^^^ clear-text-acl-password (warning)
        #                 ^^^^^^^^ weak-password
          # For maintenance
        # ^^^^^^^^^^^^^^^^^ comment-in-acl-file
          user admin on >admin ~* &* +@all
        #               ^^^^^^ clear-text-acl-password (warning)
        #               ^^^^^^ weak-password
      `),
    );
  });

  it('shows what sentinel.conf gets wrong, where it does', async () => {
    const { document } = await open('sentinel.conf');
    await eventually(
      () => drawn(document),
      block(`
          port 26379
        # ^^^^ tls-not-enabled (warning)
          bind 0.0.0.0
        # ^^^^ default-user-open
        #      ^^^^^^^ listening-on-all-interfaces (warning)
          protected-mode no
        #                ^^ protected-mode-off (warning)
          sentinel monitor cache 10.0.1.5 6379 2
        # ^^^^^^^^ plaintext-replication (warning)
          sentinel auth-pass cache foobared
        #                          ^^^^^^^^ weak-password
          sentinel failover-timeout cache 60000 # one minute
        #                                       ^^^^^^^^^^^^ trailing-comment
      `),
    );
  });

  it("leaves another program's .conf alone", async () => {
    const { document } = await create('nginx.conf', 'port 70000 # not ours\nbind 0.0.0.0\n');
    await eventually(() => document.languageId, 'properties');
  });
});
