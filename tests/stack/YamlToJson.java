import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileInputStream;
import org.yaml.snakeyaml.Yaml;

/** Prints a YAML file as JSON, with references and merges resolved: {@code java -cp 'backend/target/lib/*' YamlToJson.java FILE}. */
class YamlToJson {
    public static void main(String[] arguments) throws Exception {
        try (var file = new FileInputStream(arguments[0])) {
            System.out.println(new ObjectMapper().writeValueAsString(new Yaml().<Object>load(file)));
        }
    }
}
