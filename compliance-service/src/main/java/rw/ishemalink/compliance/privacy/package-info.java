/** What the law gives people whose trips the state sees. Invariant: receipts, decisions, manifests and the trail stay, whoever asks; what only describes a person goes. */
@NullMarked
package rw.ishemalink.compliance.privacy;

import org.jspecify.annotations.NullMarked;
