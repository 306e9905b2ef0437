import type { BusyboxCase } from './busyboxCase'

/** Text that means something else to the language the tools are written in, and sizes that are none. */
export const TEXT_CASES: readonly BusyboxCase[] = [
  [
    "printf 'constructor\\nb\\n' | grep constructor; printf 'toString\\n' | sed 's/toString/x/'; printf 'valueOf\\n' | sort",
    'constructor\nx\nvalueOf\n',
    '',
    0,
  ],
  ["cd /tmp; printf 'a\\n' > f; sed '' f; sed -n -e '' f; echo $?", 'a\n0\n', '', 0],
  ['seq 4 | paste - -; seq 3 | paste -s -d, -', '1\t2\n3\t4\n1,2,3\n', '', 0],
  ["echo 'a$$b' | xargs -I{} echo {}; echo 'a$&b' | xargs -I{} echo {}", 'a$$b\na$&b\n', '', 0],
  ['echo a | xargs -n 0 echo; echo $?', '1\n', 'xargs: number 0 is not in 1..2147483647 range\n', 0],
  ["echo aaa | grep -oE 'a{,2}'", 'aa\na\n', '', 0],
  [
    "head -c 2k /dev/zero | wc -c; printf 'a\\nb\\n' | head -n x; echo $?",
    '2048\n1\n',
    "head: invalid number 'x'\n",
    0,
  ],
  [
    'printf \'a\\n\\nb\\n\' | awk \'BEGIN{RS="\\n+"} {print NR":"$0}\'; printf \'a-b-\' | awk \'BEGIN{RS="-"} {print NR":"$0}\'',
    '1:a\n2:b\n1:a\n2:b\n',
    '',
    0,
  ],
]
