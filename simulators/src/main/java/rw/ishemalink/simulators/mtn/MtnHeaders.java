package rw.ishemalink.simulators.mtn;

import jakarta.ws.rs.HeaderParam;
import org.jspecify.annotations.Nullable;

/** The headers MTN reads. */
public record MtnHeaders(
        @HeaderParam("Authorization") @Nullable String authorization,
        @HeaderParam("Ocp-Apim-Subscription-Key") @Nullable String subscriptionKey,
        @HeaderParam("X-Target-Environment") @Nullable String targetEnvironment,
        @HeaderParam("X-Reference-Id") @Nullable String referenceId,
        @HeaderParam("X-Callback-Url") @Nullable String callbackUrl) {}
