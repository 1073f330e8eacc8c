/** The government feeds over HTTP. Invariant: an agency reads its own topics of the token's tenant, and nothing else. */
@NullMarked
package rw.ishemalink.compliance.feed.api;

import org.jspecify.annotations.NullMarked;
