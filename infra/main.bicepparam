using 'main.bicep'

// The image must be named; everything else has a default, which main.bicep explains.
param image = readEnvironmentVariable('SURVBOT_IMAGE', 'registry.example.org/survbot:0.1.0')
param registryName = readEnvironmentVariable('SURVBOT_REGISTRY', '')
// Make one with: openssl rand -base64 32
param webToken = readEnvironmentVariable('SURVBOT_WEB_TOKEN', '')
