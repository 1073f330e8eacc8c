/** RRA's VSDC, the fiscal device at the taxpayer. Invariant: it is known by TIN and branch in the body, and by nothing else. */
@NullMarked
package rw.ishemalink.compliance.outbound.vsdc;

import org.jspecify.annotations.NullMarked;
