/**
 * KRA's eTIMS OSCU, Kenya's sister of RRA's devices: a second authority behind the same port. Invariant: a sale has five tax
 * columns, A to E, at Kenya's rates.
 */
@NullMarked
package rw.ishemalink.compliance.outbound.etims;

import org.jspecify.annotations.NullMarked;
