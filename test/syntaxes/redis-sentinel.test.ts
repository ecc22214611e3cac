import { beforeAll, describe, test } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { expectScopes, grammar } from '../support/drawn-scopes.js';

let sentinel: IGrammar;
beforeAll(async () => {
  sentinel = await grammar('redis-sentinel');
});

const expectSentinel = (...drawing: Parameters<typeof String.raw>) => expectScopes(sentinel, String.raw(...drawing));

test('what is monitored, where and by how many', () => {
  expectSentinel`
    sentinel monitor mymaster 127.0.0.1 6379 2
    ^^^^^^^^ keyword.other.directive
             ^^^^^^^ support.function.sub-directive
                     ^^^^^^^^ entity.name.type.monitored
                              ^^^^^^^^^ constant.numeric.address
                                        ^^^^ constant.numeric
                                             ^ constant.numeric
    SENTINEL Monitor cache redis.example 6379 2
    ^^^^^^^^ keyword.other.directive
             ^^^^^^^ support.function.sub-directive
                     ^^^^^ entity.name.type.monitored
                           ^^^^^^^^^^^^^ string.unquoted.host
  `;
});

test('times and switches', () => {
  expectSentinel`
    sentinel down-after-milliseconds mymaster 5000
             ^^^^^^^^^^^^^^^^^^^^^^^ support.function.sub-directive
                                     ^^^^^^^^ entity.name.type.monitored
                                              ^^^^ constant.numeric
    sentinel deny-scripts-reconfig yes
                                   ^^^ constant.language.boolean
  `;
});

test('credentials are text, whatever they look like', () => {
  expectSentinel`
    sentinel auth-pass mymaster #12
                       ^^^^^^^^ entity.name.type.monitored
                                ^^^ string.unquoted
    sentinel auth-user mymaster "a b"
                                ^^^^^ string.quoted.double
    sentinel sentinel-pass 123456
                           ^^^^^^ string.unquoted
  `;
});

test('scripts and renamed commands', () => {
  expectSentinel`
    sentinel notification-script mymaster /usr/local/bin/notify
                                          ^^^^^^^^^^^^^^^^^^^^^ string.unquoted.path
    sentinel rename-command mymaster CONFIG config-9f2c
                                     ^^^^^^ support.function.command
                                            ^^^^^^^^^^^ entity.name.function.command
  `;
});

describe('what a Sentinel refuses', () => {
  test('comments after a directive', () => {
    expectSentinel`
      sentinel monitor mymaster 127.0.0.1 6379 2 # two of three
                                                 ^^^^^^^^^^^^^^ invalid.illegal.trailing-comment
      sentinel down-after-milliseconds mymaster 5000 #ms
                                                     ^^^ invalid.illegal.trailing-comment
      sentinel auth-pass mymaster secret # shared
                                         ^^^^^^^^ invalid.illegal.trailing-comment
      # two of three
      ^^^^^^^^^^^^^^ comment.line.number-sign
    `;
  });

  test('keywords it does not know', () => {
    expectSentinel`
      sentinel quorum mymaster 2
               ^^^^^^ invalid.illegal.sub-directive
      sentinel monitoring mymaster
               ^^^^^^^^^^ invalid.illegal.sub-directive
    `;
  });
});

test('every directive of redis.conf, and users', () => {
  expectSentinel`
    port 26379
    ^^^^ keyword.other.directive
         ^^^^^ constant.numeric
    user observer on +sentinel|masters
         ^^^^^^^^ entity.name.type.user
                      ^^^^^^^^ support.function.command
    logfile ""
            ^^ string.quoted.double
  `;
});
