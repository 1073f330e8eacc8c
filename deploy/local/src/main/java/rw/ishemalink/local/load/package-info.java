/** Load on the suite, from closed-loop clients on this machine, with the correctness checked afterwards. Invariant: a figure is printed only with what was checked. */
@NullMarked
package rw.ishemalink.local.load;

import org.jspecify.annotations.NullMarked;
