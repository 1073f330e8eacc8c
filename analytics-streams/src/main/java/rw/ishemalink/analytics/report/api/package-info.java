/** Reports over HTTP. Invariant: nobody reads another tenant's, but who may see all tenants. */
@NullMarked
package rw.ishemalink.analytics.report.api;

import org.jspecify.annotations.NullMarked;
