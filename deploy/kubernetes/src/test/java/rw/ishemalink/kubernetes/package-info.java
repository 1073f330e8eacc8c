/** What can be said of the manifests without a cluster: that they are valid, and keep our rules. */
@NullMarked
package rw.ishemalink.kubernetes;

import org.jspecify.annotations.NullMarked;
