/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.compliance.outbound.vsdc;

import org.jspecify.annotations.NullMarked;
