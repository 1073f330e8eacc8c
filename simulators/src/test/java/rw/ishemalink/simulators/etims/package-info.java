/** The OSCU by its wire. Invariant: every test has a taxpayer of its own. */
@NullMarked
package rw.ishemalink.simulators.etims;

import org.jspecify.annotations.NullMarked;
