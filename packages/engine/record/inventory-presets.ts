import type { InventoryMapping } from './inventory-mapping.ts'
import { inventoryMappingOf } from './inventory-mapping.ts'

export const INVENTORY_PRESETS = ['glpi', 'itop'] as const
export type InventoryPreset = (typeof INVENTORY_PRESETS)[number]

/**
 * The mapping of a known tool's export, headings in French or English, whatever the separator; or of its API's JSON.
 * - `glpi`: the list of computers, of printers… or of all assets, as GLPI's search exports it (headings are the names of
 *   its search options: Name, Serial number, Location, Status, Item type, User).
 * - `itop`: iTop's CSV export of FunctionalCI or a class of it (headings are attribute labels, or codes with `no_localize`).
 */
export function inventoryPreset(preset: InventoryPreset): InventoryMapping {
  switch (preset) {
    case 'glpi':
      return inventoryMappingOf(GLPI)
    case 'itop':
      return inventoryMappingOf(ITOP)
  }
}

const NO_VALUE = ['-----', 'N/A', 'NULL', 'undefined']

/** Keys of GLPI's API, with `expand_dropdowns`. */
const GLPI_TYPES = [
  'computertypes_id',
  'printertypes_id',
  'networkequipmenttypes_id',
  'phonetypes_id',
  'monitortypes_id',
]

const GLPI = {
  timeZone: 'Europe/Paris',
  missing: NO_VALUE,
  asset: ['Nom', 'Name', 'name', 'ID'],
  columns: {
    assetClass: ["Type d'élément", 'Type d’élément', 'Item type', 'Type', ...GLPI_TYPES, 'type.name'],
    site: ['Lieu', 'Location', 'locations_id', 'location.name'],
    serial: ['Numéro de série', 'Serial number', 'serial'],
    owner: ['Utilisateur', 'User', 'users_id', 'user.name', 'Usager', 'Alternate username', 'contact'],
  },
  constants: { source: 'glpi' },
  state: ['Statut', 'Status', 'states_id', 'status.name'],
  gone: ['Mis au rebut', 'Au rebut', 'Rebut', 'Réformé', 'Sorti', 'Disposed', 'Scrapped', 'Retired'],
  classes: {
    Ordinateur: 'workstation',
    Ordinateurs: 'workstation',
    Computer: 'workstation',
    Computers: 'workstation',
    Desktop: 'workstation',
    Laptop: 'workstation',
    Notebook: 'workstation',
    Portable: 'workstation',
    'Ordinateur portable': 'workstation',
    'Poste fixe': 'workstation',
    Workstation: 'workstation',
    Tour: 'workstation',
    Tower: 'workstation',
    'Mini Tower': 'workstation',
    'Low Profile Desktop': 'workstation',
    'All in One': 'workstation',
    'Space-saving': 'workstation',
    Convertible: 'workstation',
    Detachable: 'workstation',
    Serveur: 'server',
    Server: 'server',
    'Machine virtuelle': 'server',
    'Virtual machine': 'server',
    'Rack Mount Chassis': 'server',
    Blade: 'server',
    VMware: 'server',
    'Hyper-V': 'server',
    VirtualBox: 'server',
    QEMU: 'server',
    Imprimante: 'printer',
    Imprimantes: 'printer',
    Printer: 'printer',
    Printers: 'printer',
    'Matériel réseau': 'network',
    'Matériels réseau': 'network',
    'Network device': 'network',
    'Network devices': 'network',
    NetworkEquipment: 'network',
    Commutateur: 'network',
    Switch: 'network',
    'Pare-feu': 'network',
    Firewall: 'network',
    Routeur: 'network',
    Router: 'network',
    Moniteur: 'monitor',
    Monitor: 'monitor',
    Téléphone: 'phone',
    Phone: 'phone',
  },
}

const ITOP = {
  timeZone: 'Europe/Paris',
  missing: NO_VALUE,
  asset: ['Nom', 'Name', 'name', 'Nom complet', 'Full name', 'friendlyname'],
  columns: {
    assetClass: ['Sous-classe de CI', 'Type de CI', 'CI sub-class', 'CI Type', 'finalclass', 'class'],
    site: [
      'Site->Nom complet',
      'Site->Nom',
      'Nom site',
      'Site',
      'Location->Full name',
      'Location->Name',
      'Location name',
      'Location',
      'location_id_friendlyname',
      'location_name',
    ],
    serial: ['Numéro de série', 'Serial number', 'serialnumber'],
  },
  constants: { source: 'itop' },
  state: ['Etat', 'État', 'Statut', 'Status', 'status'],
  gone: ['obsolete', 'obsolète', 'Obsolete', 'Obsolète'],
  classes: {
    PC: 'workstation',
    Serveur: 'server',
    Server: 'server',
    'Machine virtuelle': 'server',
    'Machine Virtuelle': 'server',
    'Virtual Machine': 'server',
    VirtualMachine: 'server',
    Hyperviseur: 'server',
    Hypervisor: 'server',
    Imprimante: 'printer',
    Printer: 'printer',
    'Equipement réseau': 'network',
    'Network Device': 'network',
    NetworkDevice: 'network',
    Téléphone: 'phone',
    Phone: 'phone',
    'Téléphone IP': 'phone',
    'IP Phone': 'phone',
    IPPhone: 'phone',
    'Téléphone mobile': 'phone',
    'Mobile Phone': 'phone',
    MobilePhone: 'phone',
    Tablette: 'tablet',
    Tablet: 'tablet',
    Périphérique: 'peripheral',
    Peripheral: 'peripheral',
  },
}
