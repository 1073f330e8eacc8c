package rw.ishemalink.local.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The simulated providers, told by hand what to do wrong; orders are the JSON of the simulators' README. */
public final class Providers {

    /** Their names in the simulators' paths. */
    public static final List<String> ALL = List.of("mtn", "airtel");

    private final URI simulators;
    private final HttpClient http = HttpClient.newHttpClient();

    public Providers(URI simulators) {
        this.simulators = simulators;
    }

    /** Airtel reports to that service. */
    void reportTo(URI paymentService) {
        put(
                "/control/airtel/portal",
                "{\"callbackUrl\":\"%sapi/payments/callbacks/airtel\",\"callbackAuthentication\":\"BODY\"}"
                        .formatted(paymentService.resolve("/")));
    }

    /** What becomes of calls and callbacks from now on. */
    public void order(String provider, String fault) {
        put("/control/" + provider, fault);
    }

    /** What that payer, +2507…, does from now on. */
    public void tell(String payer, String behaviour) {
        put("/control/%s/payers/%s".formatted(of(payer), payer.substring(1)), behaviour);
    }

    /** Every token ends now. */
    public void endTokens(String provider) {
        send(HttpRequest.newBuilder(simulators.resolve("/control/" + provider + "/tokens"))
                .DELETE()
                .build());
    }

    /** Somebody who is not the provider says that the movement succeeded. */
    public void forgeCallback(String provider, String reference) {
        send(HttpRequest.newBuilder(simulators.resolve("/control/%s/callbacks/%s".formatted(provider, reference)))
                .POST(BodyPublishers.noBody())
                .build());
    }

    /** From now on both keep their protocol; payers stay as they are. */
    public void calm() {
        ALL.forEach(provider -> order(provider, "{}"));
    }

    /** The one that a payer's number belongs to. */
    static String of(String payer) {
        return payer.startsWith("+25073") ? "airtel" : "mtn";
    }

    private void put(String path, String body) {
        send(HttpRequest.newBuilder(simulators.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    }

    private void send(HttpRequest request) {
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                throw new IllegalStateException(request.uri() + ": " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the simulators do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
