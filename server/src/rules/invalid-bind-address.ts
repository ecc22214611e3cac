import { behaviourOf } from '../catalog/behaviour.js';
import { numericAddress } from '../catalog/values/ip-address.js';
import { defineRule, type Fix } from './define.js';
import { deleteWords, deletion, replacePlace } from './fixing.js';
import { markedBy } from './marked.js';

export default defineRule({
  id: 'invalid-bind-address',
  kind: 'load',
  tags: ['network'],
  explains: ['bind-address'],
  summary: 'bind names something that is no address.',
  rationale:
    'bind takes addresses of this machine, separated by blanks: no commas, no ranges, no ports. What is no address is ' +
    'looked up as the name of a host, and a server that finds none does not start.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  example: {
    bad: `
        -- redis.conf --
        bind 127.0.0.1,10.0.0.5
      #      ^^^^^^^^^^^^^^^^^^ addresses are separated by blanks: write 127.0.0.1 10.0.0.5
    `,
    good: `
        -- redis.conf --
        bind 127.0.0.1 10.0.0.5
    `,
  },

  explain({ at }, { project }) {
    const { document, line, words, word, text } = markedBy(project, at);
    const removal = deletion(document, line);
    if (word === undefined || word === words[0]) {
      return { message: 'the bus of a cluster needs an address: name one', fixes: [removal] };
    }
    const separate = word.value.split(/[,;]/).join(' ').trim();
    if (separate !== word.value) {
      const fix: Fix = { title: 'Separate by blanks', safety: 'review', edits: [replacePlace(at, separate)] };
      return { message: `addresses are separated by blanks: write ${separate}`, fixes: [fix, removal] };
    }
    if (word.value.startsWith('-') && behaviourOf(project.target).optionalAddresses !== 'known') {
      const plain = word.value.slice(1);
      const fix: Fix = { title: `Change to ${plain}`, safety: 'review', edits: [replacePlace(at, plain)] };
      return {
        message: `${project.target.title} takes the minus for a part of the name: write ${plain}`,
        fixes: [fix, removal],
      };
    }
    if (isAddress(word.value)) {
      const edits = [deleteWords(document, line, word, word)];
      const fix: Fix = { title: 'Delete the address', safety: 'review', edits };
      return { message: 'the server listens here already, by an address before: delete it', fixes: [fix, removal] };
    }
    return text.includes('/')
      ? { message: 'bind takes addresses of this machine and no ranges: write one of them', fixes: [removal] }
      : { message: 'this is no address that a server can listen on: write one of this machine', fixes: [removal] };
  },
});

function isAddress(written: string): boolean {
  const name = written.replace(/^-/, '');
  return name === '*' || name === '::*' || numericAddress(name) !== undefined;
}
