/** The OSDC by its wire. Invariant: every test has a taxpayer of its own. */
@NullMarked
package rw.ishemalink.simulators.osdc;

import org.jspecify.annotations.NullMarked;
