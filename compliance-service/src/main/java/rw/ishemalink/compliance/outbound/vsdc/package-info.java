/** RRA's VSDC, the fiscal device at the taxpayer. Invariant: amounts are VAT-inclusive and add up to the cent. */
@NullMarked
package rw.ishemalink.compliance.outbound.vsdc;

import org.jspecify.annotations.NullMarked;
