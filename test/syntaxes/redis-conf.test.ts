import { beforeAll, describe, test } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { expectScopes, grammar } from '../support/drawn-scopes.js';

let conf: IGrammar;
beforeAll(async () => {
  conf = await grammar('redis-conf');
});

const expectConf = (...drawing: Parameters<typeof String.raw>) => expectScopes(conf, String.raw(...drawing));

describe('comments', () => {
  test('# makes a comment where only blanks stand before it', () => {
    expectConf`
      # maxmemory 1gb "
      ^^^^^^^^^^^^^^^^^ comment.line.number-sign
      ^ punctuation.definition.comment
       	 # still one
       	 ^^^^^^^^^^^ comment.line.number-sign
      #
      ^ comment.line.number-sign
    `;
  });

  test('after a directive there are none, and the server refuses the line', () => {
    expectConf`
      port 0 # plain text off
      ^^^^ keyword.other.directive
           ^ constant.numeric
             ^^^^^^^^^^^^^^^^ invalid.illegal.trailing-comment
      save 900 1 #often
                 ^^^^^^ invalid.illegal.trailing-comment
      bind 127.0.0.1 # home
                     ^^^^^^ invalid.illegal.trailing-comment
      rename-command FLUSHALL "" # never
                                 ^^^^^^^ invalid.illegal.trailing-comment
      logfile "" # none
                 ^^^^^^ invalid.illegal.trailing-comment
    `;
  });

  test('# inside a word, or at the start of the only value, is data', () => {
    expectConf`
      dbfilename a.rdb#x
                 ^^^^^^^ string.unquoted.path
      requirepass #Qw8
                  ^^^^ string.unquoted
      requirepass Qw#8
                  ^^^^ string.unquoted
      rename-command DEBUG #x
                           ^^ string.unquoted
      loadmodule /lib/m.so # x
                 ^^^^^^^^^ string.unquoted.path
                           ^ string.unquoted
      port #
           ^ string.unquoted
    `;
  });

  test('; and // make none', () => {
    expectConf`
      ; port 0
      ^ keyword.other.directive
        ^^^^ string.unquoted
      // x
      ^^ keyword.other.directive
    `;
  });

  test('an allowance of this extension stands out', () => {
    expectConf`
      # redis-hardening: allow tls-missing (a mesh encrypts)
        ^^^^^^^^^^^^^^^^ storage.type.annotation
                         ^^^^^ keyword.other.annotation
                               ^^^^^^^^^^^ entity.name.tag.rule
    `;
  });
});

describe('values', () => {
  test('yes and no, in any case', () => {
    expectConf`
      appendonly yes
      ^^^^^^^^^^ keyword.other.directive
                 ^^^ constant.language.boolean
      PROTECTED-MODE No
      ^^^^^^^^^^^^^^ keyword.other.directive
                     ^^ constant.language.boolean
      loglevel notice
               ^^^^^^ constant.language.choice
      replicaof no one
                ^^ constant.language.boolean
                   ^^^ constant.language.choice
    `;
  });

  test('numbers, memory with its units, percentages', () => {
    expectConf`
      maxmemory 2gb
                ^ constant.numeric
                 ^^ keyword.other.unit
      maxmemory 512M
                ^^^ constant.numeric
                   ^ keyword.other.unit
      maxmemory-clients 5%
                        ^ constant.numeric
                         ^ keyword.other.unit.percent
      slowlog-log-slower-than -1
                              ^^ constant.numeric
      unixsocketperm 0700
                     ^^^^ constant.numeric
      client-output-buffer-limit replica 256mb 64mb 60
                                 ^^^^^^^ constant.language.choice
                                         ^^^ constant.numeric
                                            ^^ keyword.other.unit
                                                    ^^ constant.numeric
    `;
  });

  test('what looks like a number to people only is text', () => {
    expectConf`
      maxmemory 1.5gb
                ^^^^^ string.unquoted
      maxmemory 1tb
                ^^^ string.unquoted
      maxmemory +1mb
                ^^^^ string.unquoted
      port 0x10
           ^^^^ string.unquoted
      appendonly yes,no
                 ^^^^^^ string.unquoted
    `;
  });

  test('addresses, and the sign that makes one optional', () => {
    expectConf`
      bind 127.0.0.1 -::1 * -::*
           ^^^^^^^^^ constant.numeric.address
                     ^ keyword.operator.optional
                      ^^^ constant.numeric.address
                          ^ constant.numeric.address
                             ^^^ constant.numeric.address
      replicaof fe80::1%eth0 6379
                ^^^^^^^^^^^^ constant.numeric.address
                             ^^^^ constant.numeric
      replicaof primary.example 6379
                ^^^^^^^^^^^^^^^ string.unquoted
    `;
  });

  test('passwords and paths are never taken for numbers or words of the language', () => {
    expectConf`
      requirepass 123456
                  ^^^^^^ string.unquoted
      masterauth yes
                 ^^^ string.unquoted
      dir 1024
          ^^^^ string.unquoted.path
      include /etc/redis/*.conf
              ^^^^^^^^^^^^^^^^^ string.unquoted.path
    `;
  });
});

describe('quotes', () => {
  test('double quotes with escapes', () => {
    expectConf`
      logfile "a\tb\x41 \"c\x4"
              ^^^^^^^^^^^^^^^^^ string.quoted.double
                ^^ constant.character.escape
                   ^^^^ constant.character.escape
                        ^^ constant.character.escape
                           ^^ constant.character.escape
    `;
  });

  test('single quotes know one escape', () => {
    expectConf`
      logfile 'a\n b\'c'
              ^^^^^^^^^^ string.quoted.single
                    ^^ constant.character.escape
    `;
  });

  test('a quote opens inside a word', () => {
    expectConf`
      loglevel no"tice"
               ^^ string.unquoted
                 ^^^^^^ string.quoted.double
    `;
  });

  test('a quoted name is a name', () => {
    expectConf`
      "maxclients" 100
       ^^^^^^^^^^ keyword.other.directive
                   ^^^ constant.numeric
    `;
  });

  test('one that stays open breaks the line, not the next', () => {
    expectConf`
      requirepass don't
                     ^^ invalid.illegal.unbalanced-quote
      logfile "/var/log \" # x
              ^^^^^^^^^^^^^^^^ invalid.illegal.unbalanced-quote
      port 1
      ^^^^ keyword.other.directive
    `;
  });

  test('after a closing quote there must be a blank', () => {
    expectConf`
      requirepass "abc"def
                  ^^^^^ string.quoted.double
                       ^^^ invalid.illegal.text-after-quote
      requirepass 'a'"b"
                     ^^^ invalid.illegal.text-after-quote
    `;
  });
});

describe('directives with a grammar of their own', () => {
  test('rename-command', () => {
    expectConf`
      rename-command CONFIG ""
      ^^^^^^^^^^^^^^ keyword.other.directive
                     ^^^^^^ support.function.command
                            ^^ string.quoted.double
      Rename-Command KEYS keys-9f2c
      ^^^^^^^^^^^^^^ keyword.other.directive
                          ^^^^^^^^^ entity.name.function.command
    `;
  });

  test('users, with their ACL rules', () => {
    expectConf`
      user app on ~app:* +@read -config|set
      ^^^^ keyword.other.directive
           ^^^ entity.name.type.user
               ^^ constant.language.flag
                  ^ keyword.operator.key
                   ^^^^^ variable.other.key-pattern
                         ^ keyword.operator.allow
                          ^^^^^ support.type.category
                                ^ keyword.operator.deny
                                 ^^^^^^ support.function.command
                                        ^^^ support.function.subcommand
    `;
  });

  test('users, with quotes, which ACL files do not know', () => {
    expectConf`
      user "app one" on ">two words" ~"a b" +get
           ^^^^^^^^^ string.quoted.double
                        ^^^^^^^^^^^^ string.quoted.double
                                      ^^^^^ string.quoted.double
                                            ^ keyword.operator.allow
    `;
  });

  test('a comment after a user is a bad digest', () => {
    expectConf`
      user app on +@read # reads
                         ^^^^^^^ invalid.illegal.trailing-comment
      user app on +@read #reads
                         ^^^^^^ invalid.illegal.digest
    `;
  });
});

describe('templates', () => {
  test('what a template fills in is told apart', () => {
    expectConf`
      port {{ redis_port }}
           ^^^^^^^^^^^^^^^^ meta.template
             ^^^^^^^^^^^^ variable.other.template
      dir ${'$'}{DATA}/redis
          ^^^^^^^ meta.template
                 ^^^^^^ string.unquoted
      {% if tls %}
      ^^^^^^^^^^^^ meta.template
      rename-command {{ item }} ""
                     ^^^^^^^^^^ meta.template
                                ^^ string.quoted.double
      requirepass "{{ secret }}"
                   ^^^^^^^^^^^^ meta.template
    `;
  });
});
