/** Forms of the devices. Invariant: what is tested needs no network. */
@NullMarked
package rw.ishemalink.compliance.outbound.ebm;

import org.jspecify.annotations.NullMarked;
