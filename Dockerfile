# Without this file everybody who runs Counterpoint in a container would write their own. Each RUN is a command that .ci/run runs too.
FROM node:22.23-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

# Packages and built code, with what building needs.
FROM base AS build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# Packages that run, without those that build and test.
FROM base AS packages
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund

FROM base AS newsroom
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist/newsroom ./dist/newsroom
COPY --from=build /app/.next ./.next
COPY --from=build /app/src/app ./src/app
COPY --from=build /app/package.json /app/next.config.mjs ./
# A folder that belongs to the user below; a volume takes its owner from here.
COPY --chown=node:node docker/data /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--conditions=production", "dist/newsroom/server.mjs"]
