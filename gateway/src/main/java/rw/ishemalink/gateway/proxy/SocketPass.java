package rw.ishemalink.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rw.ishemalink.gateway.answer.Answers;
import rw.ishemalink.gateway.answer.Refusal;
import rw.ishemalink.gateway.route.GatewayConfig;
import rw.ishemalink.gateway.route.Route;

/** Passes WebSockets to one service: the service is asked first, and what it answers instead of opening is passed too. */
final class SocketPass {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

    /** Of the connection to the door, not of the one behind it; its protocol is between browser and door. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "upgrade",
            "host",
            "sec-websocket-key",
            "sec-websocket-version",
            "sec-websocket-extensions",
            "sec-websocket-protocol",
            "content-length",
            "transfer-encoding");

    private final WebSocketClient services;
    private final Answers answers;
    private final OpenStreams streams;
    private final Route route;
    private final long pingMillis;
    private final Vertx vertx;

    SocketPass(Vertx vertx, Answers answers, OpenStreams streams, Route route, GatewayConfig config) {
        this.vertx = vertx;
        this.answers = answers;
        this.streams = streams;
        this.route = route;
        this.pingMillis = config.socketPing().toMillis();
        this.services = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(config.socketsPerService())
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setClosingTimeout(CONNECT_TIMEOUT_MILLIS / 1_000));
    }

    static boolean isWebSocket(HttpServerRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    void handle(Visit visit) {
        HttpServerRequest request = visit.request();
        var unused = services.connect(towards(visit))
                .onSuccess(service -> {
                    service.pause();
                    accept(visit, service);
                })
                .onFailure(e -> refuse(request, e));
    }

    private WebSocketConnectOptions towards(Visit visit) {
        MultiMap passed = MultiMap.caseInsensitiveMultiMap();
        visit.request().headers().forEach(header -> {
            if (!HOP_BY_HOP.contains(header.getKey().toLowerCase(Locale.ROOT))) {
                passed.add(header.getKey(), header.getValue());
            }
        });
        // Where none is asked for, the service looks at it.
        visit.caller()
                .map(TokenCheck.Valid::token)
                .or(() -> TokenCheck.findToken(visit.request()))
                .ifPresent(token -> passed.set("Authorization", "Bearer " + token));
        return new WebSocketConnectOptions()
                .setHost(route.origin().getHost())
                .setPort(route.origin().getPort())
                .setURI(withoutToken(visit.request()))
                .setHeaders(passed)
                .setAllowOriginHeader(passed.contains("Origin"))
                .setTimeout(route.bounds().answerTimeout().toMillis());
    }

    /** The token goes on as a header, where no log of a service shows it. */
    private static String withoutToken(HttpServerRequest request) {
        String query = request.query();
        if (query == null || !query.contains(TokenCheck.PARAMETER + "=")) {
            return request.uri();
        }
        String rest = Stream.of(query.split("&", -1))
                .filter(parameter -> !parameter.startsWith(TokenCheck.PARAMETER + "="))
                .collect(Collectors.joining("&"));
        String path = String.valueOf(request.path());
        return rest.isEmpty() ? path : path + "?" + rest;
    }

    private void accept(Visit visit, WebSocket service) {
        Future<ServerWebSocket> opened = visit.request().toWebSocket();
        var unused = opened.onSuccess(client -> {
                    client.pause();
                    SocketPair pair = new SocketPair(vertx, client, service, pingMillis);
                    visit.principal().ifPresent(caller -> {
                        OpenStreams.Stream stream = streams.add(caller, pair::endBecauseRevoked);
                        pair.whenClosed(() -> streams.remove(stream));
                    });
                    pair.start();
                })
                .onFailure(e -> service.close());
    }

    private void refuse(HttpServerRequest request, Throwable e) {
        if (e instanceof UpgradeRejectedException said) {
            String type = said.getHeaders().get("Content-Type");
            request.response().setStatusCode(said.getStatus());
            if (type != null) {
                request.response().putHeader("Content-Type", type);
            }
            request.resume();
            var unused = said.getBody() == null
                    ? request.response().end()
                    : request.response().end(said.getBody());
        } else {
            answers.refuse(request, Refusal.SERVICE_AWAY, Map.of("Retry-After", "5"));
        }
    }
}
