// What SurvBot needs in Azure to answer in Teams, and no more: an Azure Bot with the Teams channel, an identity for it, one
// Container App with a disk for its data folder, a vault for its secret, and logs.
//
//   az deployment group create --resource-group survbot --template-file infra/main.bicep --parameters infra/main.bicepparam
//
// Why the disk is an NFS share, and how an update is rolled out: docs/decisions/0016.
targetScope = 'resourceGroup'

@description('Names of everything begin with it.')
@minLength(3)
@maxLength(16)
param name string = 'survbot'

@description('Where everything lies; the bot itself is global.')
param location string = resourceGroup().location

@description('The image that infra/Dockerfile makes, with its tag: registry.example.org/survbot:0.1.0.')
@minLength(3)
param image string

@description('An Azure Container Registry in this resource group that the image comes from; empty for a public image.')
param registryName string = ''

@description('What callers of the web chat and the HTTP API must send as "Authorization: Bearer …". Teams does not need it.')
@secure()
@minLength(24)
param webToken string

@description('The name people see in Teams before the app is installed.')
param displayName string = 'SurvBot'

@description('Processor cores. Half a core answers a question in well under a second; an ingest is faster with more.')
@allowed(['0.5', '1.0', '2.0'])
param cores string = '1.0'

@description('GiB of the share; a premium share is billed by size and has at least 100.')
@minValue(100)
@maxValue(1024)
param shareGiB int = 100

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logDays int = 30

@description('Where OpenTelemetry goes, such as http://collector:4317; empty sends it nowhere.')
param otlpEndpoint string = ''

@description('An Azure OpenAI account in this resource group that writes the answers; empty for answers that are quotes. SurvBot asks it with its identity, so that there is no key.')
param openAIName string = ''

@description('The deployment in that account.')
param openAIDeployment string = ''

var suffix = uniqueString(resourceGroup().id, name)
var port = 3978
var dataFolder = '/data'
// The user "app" of the .NET images.
var appUser = 1654
var appName = '${name}-app'
var memory = { '0.5': '1Gi', '1.0': '2Gi', '2.0': '4Gi' }
// Known before the app is made, which must be told its own name.
var host = '${appName}.${environment.properties.defaultDomain}'

// Built-in roles, by the ids that they have in every tenant.
var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var cognitiveServicesOpenAIUser = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'
var acrPull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-identity'
  location: location
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot-${suffix}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: displayName
    endpoint: 'https://${host}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: subscription().tenantId
    disableLocalAuth: true
    schemaTransformationVersion: '1.3'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: logDays
    features: { disableLocalAuth: true }
  }
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: 'kv-${suffix}'
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 30
  }
}

resource webTokenSecret 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'web-token'
  properties: { value: webToken }
}

resource vaultAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' existing = if (!empty(registryName)) {
  name: empty(registryName) ? 'none' : registryName
}

resource registryAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(registryName)) {
  name: guid(resourceGroup().id, registryName, identity.id, acrPull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', acrPull)
  }
}

resource openAI 'Microsoft.CognitiveServices/accounts@2024-10-01' existing = if (!empty(openAIName)) {
  name: empty(openAIName) ? 'none' : openAIName
}

resource openAIAccess 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(openAIName)) {
  name: guid(resourceGroup().id, openAIName, identity.id, cognitiveServicesOpenAIUser)
  scope: openAI
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cognitiveServicesOpenAIUser)
  }
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.60.0.0/24'] }
    subnets: [
      {
        name: 'apps'
        properties: {
          addressPrefix: '10.60.0.0/27'
          // An NFS share knows no password: only this subnet reaches it.
          serviceEndpoints: [{ service: 'Microsoft.Storage' }]
          delegations: [{ name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
    ]
  }

  resource apps 'subnets' existing = { name: 'apps' }
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: 'st${suffix}'
  location: location
  kind: 'FileStorage'
  sku: { name: 'Premium_LRS' }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    // NFS is no HTTPS; the traffic stays in the virtual network.
    supportsHttpsTrafficOnly: false
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
      virtualNetworkRules: [{ id: network::apps.id, action: 'Allow' }]
    }
  }

  resource files 'fileServices' = {
    name: 'default'
    properties: {
      shareDeleteRetentionPolicy: { enabled: true, days: 14 }
    }

    resource share 'shares' = {
      name: 'data'
      properties: { enabledProtocols: 'NFS', rootSquash: 'NoRootSquash', shareQuota: shareGiB }
    }
  }
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    vnetConfiguration: { infrastructureSubnetId: network::apps.id }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: { destination: 'azure-monitor' }
  }

  resource data 'storages' = {
    name: 'data'
    properties: {
      nfsAzureFile: {
        server: '${storage.name}.file.${az.environment().suffixes.storage}'
        shareName: '/${storage.name}/${storage::files::share.name}'
        accessMode: 'ReadWrite'
      }
    }
  }
}

resource environmentLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: environment
  properties: {
    workspaceId: logs.id
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}

resource app 'Microsoft.App/containerApps@2025-01-01' = {
  name: appName
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: port, transport: 'http', allowInsecure: false }
      registries: empty(registryName) ? [] : [{ server: registry!.properties.loginServer, identity: identity.id }]
      secrets: [{ name: 'web-token', keyVaultUrl: webTokenSecret.properties.secretUri, identity: identity.id }]
    }
    template: {
      // The root of a new share belongs to root; SurvBot does not run as root.
      initContainers: [
        {
          name: 'own-the-data-folder'
          image: 'mcr.microsoft.com/azurelinux/busybox:1.36'
          command: ['chown', '${appUser}:${appUser}', dataFolder]
          resources: { cpu: json('0.25'), memory: '0.5Gi' }
          volumeMounts: [{ volumeName: 'data', mountPath: dataFolder }]
        }
      ]
      containers: [
        {
          name: 'survbot'
          image: image
          resources: { cpu: json(cores), memory: memory[cores] }
          env: [
            { name: 'SURVBOT_DATA', value: dataFolder }
            { name: 'ASPNETCORE_URLS', value: 'http://+:${port}' }
            { name: 'SurvBot__Web__AllowedHosts__0', value: host }
            { name: 'SurvBot__Web__Token', secretRef: 'web-token' }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppId', value: identity.properties.clientId }
            { name: 'MicrosoftAppTenantId', value: subscription().tenantId }
            { name: 'SurvBot__Model__Provider', value: empty(openAIName) ? 'none' : 'azure' }
            { name: 'SurvBot__Model__Endpoint', value: empty(openAIName) ? '' : openAI!.properties.endpoint }
            { name: 'SurvBot__Model__Name', value: openAIDeployment }
            { name: 'SurvBot__Model__ManagedIdentityClientId', value: identity.properties.clientId }
            { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint }
          ]
          volumeMounts: [{ volumeName: 'data', mountPath: dataFolder }]
          probes: [
            // Live at once; ready when the index is loaded and the folder can be written.
            {
              type: 'Startup'
              httpGet: { path: '/healthz/live', port: port }
              periodSeconds: 5
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz/live', port: port }
              periodSeconds: 20
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: { path: '/healthz/ready', port: port }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 6
            }
          ]
        }
      ]
      volumes: [{ name: 'data', storageType: 'NfsAzureFile', storageName: environment::data.name }]
      // One process serves a data folder.
      scale: { minReplicas: 1, maxReplicas: 1 }
      terminationGracePeriodSeconds: 30
    }
  }
  dependsOn: [vaultAccess, registryAccess, openAIAccess]
}

@description('For "survbot package teams --app-id".')
output appId string = identity.properties.clientId

@description('For "survbot package teams --host".')
output host string = host

@description('Where the Bot Service sends what people write.')
output messagingEndpoint string = bot.properties.endpoint

@description('The web chat, which asks for the token.')
output webChat string = 'https://${host}/'
