/** The REST side: what people ask, and what instances ask each other. Invariant: the tenant comes from the caller's token, also between instances. */
@NullMarked
package rw.ishemalink.analytics.query.api;

import org.jspecify.annotations.NullMarked;
