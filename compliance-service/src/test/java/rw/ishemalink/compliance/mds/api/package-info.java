/** The forms of MDS, without a service. */
@NullMarked
package rw.ishemalink.compliance.mds.api;

import org.jspecify.annotations.NullMarked;
