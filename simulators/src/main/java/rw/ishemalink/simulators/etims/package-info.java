/**
 * KRA's eTIMS OSCU, as those who use it describe it; what they leave out is ours and named so. Invariant: after the
 * initialisation every call carries PIN, branch and key in its headers.
 */
@NullMarked
package rw.ishemalink.simulators.etims;

import org.jspecify.annotations.NullMarked;
