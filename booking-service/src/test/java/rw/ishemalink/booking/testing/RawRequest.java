package rw.ishemalink.booking.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** A request as it goes over the line, which need not be whole. */
public final class RawRequest {

    private RawRequest() {}

    /** Sends that text and no more; the first line of the answer, or null when the server hangs up without one. */
    public static @Nullable String firstLineOfAnswer(String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
        }
    }
}
