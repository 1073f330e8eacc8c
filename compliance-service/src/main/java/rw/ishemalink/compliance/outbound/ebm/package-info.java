/**
 * What the fiscal devices of one family share: RRA's VSDC and OSDC and KRA's eTIMS speak the same forms in the same envelope.
 * Invariant: amounts are VAT-inclusive and add up to the cent.
 */
@NullMarked
package rw.ishemalink.compliance.outbound.ebm;

import org.jspecify.annotations.NullMarked;
