/** Why a password is no protection. */
export type Weakness = 'empty' | 'known' | 'sample' | 'user-name' | 'very-short' | 'short';

/**
 * Judges a password by what guessing programs try first. Servers answer hundreds of thousands of guesses a second and
 * lock nobody out.
 * @param user the name it belongs to, where it belongs to one
 */
export function weaknessOf(password: string, user: string | undefined): Weakness | undefined {
  if (password === '') return 'empty';
  const plain = password.toLowerCase();
  if (SAMPLE.test(plain)) return 'sample';
  if (KNOWN.has(plain) || KNOWN.has(plain.replace(/[0-9!@#$%^&*._-]+$/, ''))) return 'known';
  if (user !== undefined && isName(plain, user.toLowerCase())) return 'user-name';
  if (password.length < 8) return 'very-short';
  if (password.length < 16 || (password.length < 24 && classesOf(password) < 2)) return 'short';
  return undefined;
}

/** What stands in documentation and templates where a password is to be put. */
const SAMPLE =
  /^(?:<.*>|\[.*\]|x{3,}|\*{3,}|\.{3}|(?:your|my|some|a|the|an?)?[-_. ]*(?:very[-_. ]*)?(?:(?:strong|secure|secret|long|super|complex|random|redis|valkey|master|replica|admin|user|app|own|new|production|prod|default|sample|example|test)[-_. ]*)*(?:pass(?:word|phrase|wd)?|secret|key|token|pwd)[-_. ]*(?:here|goes[-_. ]*here|for.*|of.*)?[-_.!]*[0-9]{0,4}[-_.!]*|(?:please[-_. ]*)?(?:change|replace|set|update|insert|edit|enter)[-_. ]*(?:me|this|it|default.*|your.*|pass.*|with.*).*)$/;

function isName(password: string, user: string): boolean {
  return (
    user.length > 1 &&
    (password === user ||
      password === [...user].reverse().join('') ||
      password.replace(/[-_.]*(?:pass(?:word|wd)?|pwd|secret)?[0-9]*[!.]?$/, '') === user)
  );
}

function classesOf(password: string): number {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((characters) => characters.test(password)).length;
}

/** First guesses: names of the product and its parts, keyboard walks, the commonest words. */
const KNOWN: ReadonlySet<string> = new Set(
  `foobared foobar redis redis123 redisredis redispass redispassword valkey sentinel master slave replica primary cache
  queue session sessions admin administrator root toor user guest test testing tester demo default public private
  secret secrets token changeit letmein welcome login passw0rd password p@ssw0rd p@ssword pass pa55word passwort
  qwerty qwertz qwertyuiop azerty asdfgh asdfghjkl zxcvbn zxcvbnm 1q2w3e4r 1qaz2wsx qazwsx q1w2e3r4 abc123 a1b2c3
  abcd1234 abcdef 123456 1234567 12345678 123456789 1234567890 12345 1234 123 111111 11111111 000000 00000000 654321
  87654321 123123 123321 121212 112233 666666 888888 7777777 987654321 monkey dragon master123 football baseball
  basketball soccer hockey iloveyou sunshine princess shadow superman batman trustno1 starwars whatever freedom hello
  hello123 hunter hunter2 jordan michael jennifer jessica thomas charlie daniel andrew george computer internet
  server database mysql postgres postgresql mongodb mongo oracle rabbitmq elastic kafka docker kubernetes k8s vagrant
  ansible jenkins gitlab github nginx apache tomcat ubuntu debian centos alpine linux windows local localhost
  production prod staging stage develop development dev backend frontend service api app application web website
  company office manager system sysadmin operator ops devops monitor monitoring metrics exporter prometheus grafana
  backup temp temporary tmp none null nil empty blank nopass nopassword open opensesame access master1 summer winter
  spring autumn january february march april august september october november december monday friday london paris
  berlin mercedes ferrari porsche corvette mustang harley ranger buster ginger pepper cookie cheese banana orange
  purple yellow silver golden diamond crystal phoenix matrix merlin wizard knight ninja samurai killer hacker
  matthew joshua robert william ashley amanda nicole michelle maggie bailey tigger lovely loveme angel flower
  correcthorsebatterystaple correct-horse-battery-staple correct-horse`.split(/\s+/),
);
