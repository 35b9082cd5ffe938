# The images of the service and of the simulator, for docker-compose.yml. One file, so that Maven runs once for both; each stage below
# begins with what changes least.
ARG MAVEN_IMAGE=maven:3.9.11-eclipse-temurin-17
ARG NODE_IMAGE=node:20.19.5-bookworm-slim
ARG JRE_IMAGE=eclipse-temurin:17.0.18_8-jre-noble

FROM ${NODE_IMAGE} AS dashboard
WORKDIR /build/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY api /build/api
COPY frontend ./
RUN npm run build

FROM ${MAVEN_IMAGE} AS programs
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
COPY metrics metrics
COPY simulator simulator
COPY db db
COPY api api
COPY backend backend
COPY bench/pom.xml bench/
# Checks and tests have their place in ./daystream test.
RUN --mount=type=cache,target=/root/.m2/repository \
    mvn -q -B -ntp -pl simulator,backend -am -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM ${JRE_IMAGE} AS program
RUN groupadd --gid 10001 daystream && useradd --uid 10001 --gid daystream --no-create-home --shell /usr/sbin/nologin daystream
COPY --chmod=755 docker/answers /usr/local/bin/answers
ENV LANG=C.UTF-8

FROM program AS simulator
COPY --from=programs /build/simulator/target/lib /opt/daystream/lib
COPY --from=programs /build/simulator/target/classes /opt/daystream/classes
USER daystream
EXPOSE 8787
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["answers", "8787"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-cp", "/opt/daystream/classes:/opt/daystream/lib/*", "dev.daystream.simulator.Main", "--host=0.0.0.0", "--port=8787", "--quota=0"]

FROM program AS backend
COPY --chmod=755 docker/daystream /usr/local/bin/daystream
COPY --from=programs /build/backend/target/lib /opt/daystream/lib
COPY --from=programs /build/backend/target/classes /opt/daystream/classes
COPY --from=dashboard /build/frontend/dist /opt/daystream/dashboard
RUN install -d -o daystream -g daystream /data
ENV DAYSTREAM_DATA_DIR=/data DAYSTREAM_STATIC_DIR=/opt/daystream/dashboard DAYSTREAM_HTTP_HOST=0.0.0.0
USER daystream
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s CMD ["answers", "3000", "/readyz"]
ENTRYPOINT ["daystream"]
CMD ["up"]
