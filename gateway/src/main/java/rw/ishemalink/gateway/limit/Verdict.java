package rw.ishemalink.gateway.limit;

import java.time.Duration;

/**
 * Whether a request may pass.
 *
 * @param key whose bucket said so
 * @param left how many more may pass now, as far as this instance knows
 * @param until after how long the next one may, when none may now; else until the bucket is full again
 */
public record Verdict(boolean admitted, BucketKey key, long left, Duration until) {

    /** {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10): quota and window in seconds. */
    public String policy() {
        Allowance allowance = key.allowance();
        return "\"" + key.requests() + "\";q=" + allowance.requests() + ";w="
                + allowance.per().toSeconds();
    }

    /** {@code RateLimit}: what is left, and the seconds until there is more. */
    public String state() {
        return "\"" + key.requests() + "\";r=" + left + ";t=" + waitSeconds();
    }

    /** {@code Retry-After}: whole seconds, at least 1. */
    public long waitSeconds() {
        return Math.max(1, Math.ceilDiv(until.toMillis(), 1_000));
    }
}
