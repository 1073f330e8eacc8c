package rw.ishemalink.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginPageTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"_rw", "_fr"})
    void every_text_of_the_pages_is_there_in_every_language(String language) throws IOException {
        Properties english = read("");
        Properties texts = read(language);

        assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(texts.stringPropertyNames())
                .allSatisfy(
                        key -> assertThat(texts.getProperty(key)).isNotBlank().isNotEqualTo(english.getProperty(key)));
    }

    private static Properties read(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader file =
                Files.newBufferedReader(Path.of("src/main/resources/login-pages" + language + ".properties"))) {
            texts.load(file);
        }
        return texts;
    }
}
