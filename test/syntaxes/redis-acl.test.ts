import { beforeAll, describe, test } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { expectScopes, grammar } from '../support/drawn-scopes.js';

let acl: IGrammar;
beforeAll(async () => {
  acl = await grammar('redis-acl');
});

const expectAcl = (...drawing: Parameters<typeof String.raw>) => expectScopes(acl, String.raw(...drawing));

describe('lines', () => {
  test('a user', () => {
    expectAcl`
      user app on
      ^^^^ keyword.other.user
           ^^^ entity.name.type.user
               ^^ constant.language.flag
        user #x off
        ^^^^ keyword.other.user
             ^^ entity.name.type.user
    `;
  });

  test('a comment is none: the server refuses the file', () => {
    expectAcl`
      # the application
      ^^^^^^^^^^^^^^^^^ invalid.illegal.comment
      user app on +@read # reads
                         ^^^^^^^ invalid.illegal.trailing-comment
      user app on +@read #reads
                         ^^^^^^ invalid.illegal.digest
    `;
  });

  test('any other line is refused, so is one without a name', () => {
    expectAcl`
      aclfile users.acl
      ^^^^^^^^^^^^^^^^^ invalid.illegal.line
      USER app on
      ^^^^^^^^^^^ invalid.illegal.line
      user
      ^^^^ invalid.illegal.line
    `;
  });

  test('a second blank before the name makes a rule of it', () => {
    expectAcl`
      user  app on
            ^^^ invalid.illegal.rule
                ^^ constant.language.flag
    `;
  });

  test('a tab does not separate', () => {
    expectAcl`
      user app on	+get
               ^^^^^^^ invalid.illegal.tab
      user a	pp on
           ^^^^ invalid.illegal.user-name
      user app on 	+get
                   ^ keyword.operator.allow
      user app >a	b on
                ^^^ string.unquoted.password
    `;
  });
});

describe('ACL rules', () => {
  test('flags, in any case', () => {
    expectAcl`
      user app ON nopass resetchannels sanitize-payload
               ^^ constant.language.flag
                  ^^^^^^ constant.language.flag
                         ^^^^^^^^^^^^^ constant.language.flag
                                       ^^^^^^^^^^^^^^^^ constant.language.flag
    `;
  });

  test('commands, subcommands, categories', () => {
    expectAcl`
      user app +get -config|set +@read -@dangerous +ft.search
               ^ keyword.operator.allow
                ^^^ support.function.command
                    ^ keyword.operator.deny
                     ^^^^^^ support.function.command
                           ^ punctuation.separator.subcommand
                            ^^^ support.function.subcommand
                                ^ keyword.operator.allow
                                 ^^^^^ support.type.category
                                       ^ keyword.operator.deny
                                        ^^^^^^^^^^ support.type.category
                                                   ^ keyword.operator.allow
                                                    ^^^^^^^^^ support.function.command
    `;
  });

  test('key patterns and permissions', () => {
    expectAcl`
      user app ~app:[ab]?\*:* %R~shared:* %rw~x allkeys
               ^ keyword.operator.key
                ^^^^^^^^^^^^^ variable.other.key-pattern
                    ^^^^ constant.other.character-class
                        ^ keyword.operator.wildcard
                         ^^ constant.character.escape
                            ^ keyword.operator.wildcard
                              ^ keyword.operator.permission
                               ^ storage.modifier.permission
                                ^ keyword.operator.key
                                 ^^^^^^^^ variable.other.key-pattern
                                           ^^ storage.modifier.permission
                                                ^^^^^^^ constant.language.flag
    `;
  });

  test('channels', () => {
    expectAcl`
      user app resetchannels &news:*
                             ^ keyword.operator.channel
                              ^^^^^^ variable.other.channel-pattern
    `;
  });

  test('passwords and digests, in which nothing else is seen', () => {
    expectAcl`
      user app >+@all <#"old" #9dca666eb54730714630d1519264a7bf1eeaad00b8f2edc90d3ecbfad928d163
               ^ keyword.operator.password
                ^^^^^ string.unquoted.password
                       ^^^^^^ string.unquoted.password
                              ^ keyword.operator.password
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ constant.numeric.hex.digest
      user app #9DCA666EB54730714630D1519264A7BF1EEAAD00B8F2EDC90D3ECBFAD928D163 !0
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid.illegal.digest
                                                                                 ^^ invalid.illegal.digest
    `;
  });

  test('databases', () => {
    expectAcl`
      user app db=0,2 alldbs
               ^^ keyword.other.databases
                  ^^^ constant.numeric
                      ^^^^^^ constant.language.flag
      user app db=0-3
               ^^^^^^ invalid.illegal.rule
    `;
  });

  test('what is no ACL rule', () => {
    expectAcl`
      user app get @read ++get +get,+set %~x enable
               ^^^ invalid.illegal.rule
                   ^^^^^ invalid.illegal.rule
                         ^^^^^ invalid.illegal.rule
                               ^^^^^^^^^ invalid.illegal.rule
                                         ^^^ invalid.illegal.rule
                                             ^^^^^^ invalid.illegal.rule
    `;
  });

  test('quotes are ordinary characters', () => {
    expectAcl`
      user "app" ~"a
           ^^^^^ entity.name.type.user
                 ^ keyword.operator.key
                  ^^ variable.other.key-pattern
      user app "on"
               ^^^^ invalid.illegal.rule
    `;
  });
});

describe('selectors', () => {
  test('a selector has its own ACL rules', () => {
    expectAcl`
      user app on (%R~cache:* +get) +ping
                  ^ punctuation.section.selector.begin
                  ^^^^^^^^^^^^^^^^^ meta.selector
                      ^^^^^^^ variable.other.key-pattern
                              ^ keyword.operator.allow
                               ^^^ support.function.command
                                  ^ punctuation.section.selector.end
                                     ^^^^ support.function.command
      user app ( +@read ~a ) ()
               ^^^^^^^^^^^^^ meta.selector
                             ^^ meta.selector
    `;
  });

  test('a closing parenthesis that does not end a word is part of it', () => {
    expectAcl`
      user app (~a)b +get)
               ^^^^^^^^^^^ meta.selector
                 ^^^ variable.other.key-pattern
    `;
  });

  test('outside a selector it is part of the word', () => {
    expectAcl`
      user app ~a)
                ^^ variable.other.key-pattern
      user app +get)
               ^^^^^ invalid.illegal.rule
    `;
  });

  test('what concerns the whole user has no place in it', () => {
    expectAcl`
      user app (on >secret +get)
                ^^ invalid.illegal.rule
                   ^^^^^^^ invalid.illegal.rule
                           ^ keyword.operator.allow
    `;
  });

  test('one that nothing closes is fatal', () => {
    expectAcl`
      user app on (+get ~a
                   ^^^^^^^ invalid.illegal.unclosed-selector
      user next on
      ^^^^ keyword.other.user
    `;
  });
});

test('what a template fills in is told apart', () => {
  expectAcl`
    user {{ name }} on >{{ secret }} #${'$'}{DIGEST} ~{{ name }}:* +@read
         ^^^^^^^^^^ meta.template
                        ^^^^^^^^^^^^ meta.template
                                     ^ keyword.operator
                                      ^^^^^^^^^ meta.template
                                                 ^^^^^^^^^^ meta.template
                                                 ^^^^^^^^^^^^ variable.other.key-pattern
                                                              ^ keyword.operator.allow
  `;
});
