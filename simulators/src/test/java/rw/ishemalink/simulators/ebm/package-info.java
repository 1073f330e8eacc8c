/** What tests of devices share. Invariant: every test has a taxpayer of its own. */
@NullMarked
package rw.ishemalink.simulators.ebm;

import org.jspecify.annotations.NullMarked;
