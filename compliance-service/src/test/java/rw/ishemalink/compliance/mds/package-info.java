/** Rules of the regulator's view, without a service. */
@NullMarked
package rw.ishemalink.compliance.mds;

import org.jspecify.annotations.NullMarked;
