/**
 * What the fiscal devices of one family share: RRA's VSDC and OSDC and KRA's OSCU have the same forms, sums, numbers and result
 * codes. Invariant: a device gives each of its numbers once and without gap, and none to a form that does not add up.
 */
@NullMarked
package rw.ishemalink.simulators.ebm;

import org.jspecify.annotations.NullMarked;
