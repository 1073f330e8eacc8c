/**
 * RRA's VSDC as it runs at a taxpayer: JSON in an envelope, HTTP 200 whatever the result code says.
 * Invariant: receipt numbers of a device have no gap and no repeat; a refused sale uses none.
 */
@NullMarked
package rw.ishemalink.simulators.vsdc;

import org.jspecify.annotations.NullMarked;
