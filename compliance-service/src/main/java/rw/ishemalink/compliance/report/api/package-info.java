/** Reports over HTTP. Invariant: nobody reads another tenant's. */
@NullMarked
package rw.ishemalink.compliance.report.api;

import org.jspecify.annotations.NullMarked;
