/** Carries requests to services and answers back, each service with connections of its own, so that a slow one cannot take the door down. */
@NullMarked
package rw.ishemalink.gateway.proxy;

import org.jspecify.annotations.NullMarked;
