/** The texts, and how they would read, for who runs a tenant. */
@NullMarked
package rw.ishemalink.notification.text.api;

import org.jspecify.annotations.NullMarked;
